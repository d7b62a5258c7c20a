// Runs the pure tests in the Python that learners get, Pyodide's, under Node: node tests/pyodide/run.mjs [ARGUMENTS FOR PYTEST]
//
// pytest and what else is pure Python come from the machine's virtual environment. What has to be seen here is that each
// module of engine and simulator works in that Python; what it does is tested on the machine, where it takes a third of the
// time. So a choice of the tests is run, the quick ones of these modules, by which nearly all lines are.
//
// In the end it says which share of the lines of engine and simulator they ran: Python 3.12 and newer count that at little cost.

import { execFileSync } from "node:child_process";
import { loadPyodide } from "pyodide";

const packages = execFileSync("python", ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).toString().trim();
const given = process.argv.slice(2);
const ENGINE = `address address_explore advise app authored changes completion content_files diagram_room differences
  exactness explore_controls failures flips inlined_dataclasses judge kept latency measured measurements narrate
  notices path practice_argued practice_flips practice_hunch practice_progress practice_stored practice_view prices
  profile race_address race_state race_words readings report review search skeletons sliders snippets splice
  take_home tokens untrusted_json version visits walk windows workload_form workload_view wrap`;
const LESSONS = "content goldens closeness sequences pages";
const modules = (folder, names) => names.split(/\s+/).map((name) => `tests/${folder}/test_${name}.py`);
const tests = given.length ? given : ["-q", "-m", "not slow", "-k", "not what_editors_and_systems_leave",
  ...modules("engine", ENGINE), ...modules("lessons", LESSONS)];

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
