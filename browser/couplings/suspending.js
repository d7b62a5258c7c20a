// No stack switching: Python here never blocks on a promise, and with it Chromium crashes a tab once in a hundred visits
// (pyodide/pyodide#5702 and #6106: it reads past the end of the stack that Python was given).

delete WebAssembly.Suspending;
