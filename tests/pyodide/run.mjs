// Runs the pure tests in the Python that learners get, Pyodide's, under Node: node tests/pyodide/run.mjs [ARGUMENTS FOR PYTEST]
//
// pytest and what else is pure Python come from the machine's virtual environment. Left out are the tests that need what
// only the machine has: Hypothesis (Rust), threads, the packages of the build, its file system; the slow ones; and the
// modules about texts that would take as long as half of the others, and hardly depend on which Python it is.
//
// In the end it says which share of the lines of engine and simulator they ran: Python 3.12 and newer count that at little cost.

import { execFileSync } from "node:child_process";
import { loadPyodide } from "pyodide";

const packages = execFileSync("python", ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).toString().trim();
const given = process.argv.slice(2);
const LEFT_OUT = ["desk", "errors", "escaping", "novel", "font", "grammar"];
const tests = given.length ? given : ["-q", "-m", "not slow", "-k", "not what_editors_and_systems_leave", "tests/engine", "tests/lessons",
  ...LEFT_OUT.map((name) => `--ignore-glob=*/test_${name}.py`)];

const pyodide = await loadPyodide({ env: { HOME: "/home", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1", COVERAGE_CORE: "sysmon", PYTHONDONTWRITEBYTECODE: "1" } });
pyodide.mountNodeFS("/repo", process.cwd());
pyodide.mountNodeFS("/packages", packages);
const outcome = pyodide.runPython(`
import os, sys
os.chdir("/repo")
sys.path[:0] = ["/repo/tests/pyodide", "/repo", "/packages"]
import coverage, io
counted = coverage.Coverage(data_file=None, config_file=False, source=["/repo/engine", "/repo/simulator"])
counted.start()
import pytest
outcome = int(pytest.main(["-o", "addopts=", "-p", "no:cacheprovider", "-p", "pure", "-W", "ignore", *${JSON.stringify(tests)}]))
counted.stop()
print(f"Coverage: {counted.report(file=io.StringIO()):.0f} % of the lines of engine and simulator")
outcome
`);
process.exit(outcome);
