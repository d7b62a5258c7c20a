"""Large files in the two forms in which they are small on any host.

Hosts that compress at all compress WebAssembly, but neither archives nor what they do not know; so an archive is
carried by a WebAssembly module. For hosts that send it uncompressed, or refuse it, a packed copy lies beside it, whose
ending (.bin) every host knows and none compresses. browser/early/start.js chooses.
"""

import gzip
from functools import partial

from tools.kept import kept

MAGIC = b"\0asm\1\0\0\0"
CUSTOM_SECTION = b"\0"


def carried(archive: bytes, name: bytes = b"archive") -> bytes:
    """A WebAssembly module that does nothing and holds a zip archive.

    It is a zip archive still, since one may have something before it.
    """
    content = _counted(name) + archive
    return MAGIC + CUSTOM_SECTION + _number(len(content)) + content


def packed(data: bytes) -> bytes:
    """The same in gzip, which every browser can unpack; equal inputs are packed once."""
    return kept(".bin", data, partial(gzip.compress, data, 9, mtime=0))


def _counted(text: bytes) -> bytes:
    return _number(len(text)) + text


def _number(value: int) -> bytes:
    """A number as WebAssembly writes it (unsigned LEB128).

    >>> _number(300).hex()
    'ac02'
    """
    more, last = divmod(value, 128)
    return bytes([last | 128]) + _number(more) if more else bytes([last])
