// The floor that a browser sets: what it takes to show the drawing that this page shows first, and nothing else.

performance.mark("sim:ready");
