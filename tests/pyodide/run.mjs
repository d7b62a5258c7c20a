// Runs the pure tests in the Python that learners get, Pyodide's, under Node: node tests/pyodide/run.mjs [ARGUMENTS FOR PYTEST]
//
// pytest and what else is pure Python come from the machine's virtual environment. Left out are the tests that need what
// only the machine has: Hypothesis (Rust), threads, the packages of the build, its file system; the slow ones; and three
// modules about texts that would take as long as half of the others, and hardly depend on which Python it is.

import { execFileSync } from "node:child_process";
import { loadPyodide } from "pyodide";

const packages = execFileSync("python", ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).toString().trim();
const given = process.argv.slice(2);
const LEFT_OUT = ["errors", "escaping", "novel", "font"];
const tests = given.length ? given : ["-q", "-m", "not slow", "-k", "not what_editors_and_systems_leave", "tests/unit",
  ...LEFT_OUT.map((name) => `--ignore-glob=*/test_${name}.py`)];

const pyodide = await loadPyodide({ env: { HOME: "/home", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1", PYTHONDONTWRITEBYTECODE: "1" } });
pyodide.mountNodeFS("/repo", process.cwd());
pyodide.mountNodeFS("/packages", packages);
const outcome = pyodide.runPython(`
import os, sys
os.chdir("/repo")
sys.path[:0] = ["/repo/tests/pyodide", "/repo", "/packages"]
import pytest
int(pytest.main(["-o", "addopts=", "-p", "no:cacheprovider", "-p", "pure", "-W", "ignore", *${JSON.stringify(tests)}]))
`);
process.exit(outcome);
