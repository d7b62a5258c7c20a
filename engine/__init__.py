"""The lesson in pure Python: no module here knows of a browser, so all of it runs alike on CPython and Pyodide."""
