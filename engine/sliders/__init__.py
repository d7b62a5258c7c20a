"""A slider for one fact, on a track that shows which mode is recommended along its range.

Two features show it, and neither may know the other, so it stands beside them like `engine/sequence`: plain values in
`slider.py`, HTML in `view.py`, its looks in `style.css`. It knows no subject: who has a model makes the values
(`simulator/sliders.py`), and each feature gives the event that its own slider asks for.
"""
