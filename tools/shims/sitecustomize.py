"""Runs first when Python starts in the page: nothing that is made while it starts is garbage, so none is looked for.

`browser/runtime.py` lets it be looked for again.
"""

import gc

gc.disable()
