"""What the page says about itself: a part of interface.yaml."""

from dataclasses import dataclass

from engine.content.limits import Label, Line, Word


@dataclass(frozen=True, eq=False)
class Notices:
    """What the page says about itself."""

    loading: Line
    """While Python is on its way."""
    failed: Line
    """When Python could not start, or stopped."""
    from_file: Line
    """When the page was opened from a file, in a view that needs Python."""
    no_webassembly: Line
    """When Python could not start because WebAssembly is forbidden."""
    no_access: Line
    """When a sandboxed frame may not fetch the files, since the host does not allow that."""
    no_script: Line
    """When scripts do not run."""
    try_again: Label
    """The button beside `failed`."""
    old_content: Line
    """To a learner, when edited content has errors and the last good page stays."""
    unlisted: Line
    """To an author, above the lines that content/edited.txt must have for learners to see an edit."""
    author_errors: Line
    """To an author, above the list of those errors."""
    undrawn: Line
    """When a diagram could not be drawn and its list stands in."""
    copied: Line
    """When something has been copied."""
    copy_by_hand: Line
    """When the browser forbids copying; the text stands below."""
    unsure_saved: Line
    """When a picture has been saved in a frame that may forbid it without saying so."""
    unsaved: Line
    """When a picture could not be saved."""
    unknown_name: Line
    """Before a name in the address that means nothing here."""
    unknown_value: Line
    """Before a value in the address that means nothing here."""
    no_desk: Line
    """When what the deciding views need could not be fetched."""
    dismiss: Word
    """Closes a notice."""
