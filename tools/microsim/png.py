"""A screenshot written as small as PNG allows, without losing a pixel."""

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {2: 3, 6: 4}
"""Bytes a pixel of the colour types that browsers write: red, green, blue, and with opacity."""
FILTERS = 5


def small(png: bytes) -> bytes:
    """The same picture: opaque, each row by the filter that suits it, packed as densely as zlib can."""
    chunks = dict(_chunks(png))
    width, height, depth, colour, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if depth != 8 or colour not in CHANNELS:
        return png
    rows = _rows(zlib.decompress(chunks[b"IDAT"]), width, height, CHANNELS[colour])
    best = min((_packed(rows, kind) for kind in (*range(FILTERS), None)), key=len)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", best) + _chunk(b"IEND", b"")


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, data = len(SIGNATURE), b""
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        data += body if name == b"IDAT" else b""
        yield name, data if name == b"IDAT" else body
        at += length + 12


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rows(data: bytes, width: int, height: int, channels: int) -> list[bytes]:
    """The rows of red, green and blue, unfiltered."""
    rows, above = [], bytes(width * channels)
    for at in range(0, height * (width * channels + 1), width * channels + 1):
        kind, row = data[at], bytearray(data[at + 1 : at + 1 + width * channels])
        for index, value in enumerate(row):
            row[index] = (value + _guess(kind, row, above, index, channels)) & 255
        above = bytes(row)
        opaque = [above[first::channels] for first in range(3)]
        rows.append(bytes(value for pixel in zip(*opaque, strict=True) for value in pixel))
    return rows


def _guess(kind: int, row: bytes | bytearray, above: bytes, index: int, channels: int) -> int:
    """What a filter expects a byte to be, by those to its left and above it."""
    left = row[index - channels] if index >= channels else 0
    corner = above[index - channels] if index >= channels else 0
    up = above[index]
    if kind < 4:
        return (0, left, up, (left + up) // 2)[kind]
    near = left + up - corner
    return min((abs(near - left), 0, left), (abs(near - up), 1, up), (abs(near - corner), 2, corner))[2]


def _packed(rows: list[bytes], kind: int | None) -> bytes:
    """The rows by one filter, or each by that which leaves the least."""
    above, filtered = bytes(len(rows[0])), []
    for row in rows:
        ways = [_filtered(each, row, above) for each in ((kind,) if kind is not None else range(FILTERS))]
        filtered.append(min(ways, key=lambda way: sum(min(value, 256 - value) for value in way[1:])))
        above = row
    return zlib.compress(b"".join(filtered), 9)


def _filtered(kind: int, row: bytes, above: bytes) -> bytes:
    return bytes((kind, *((value - _guess(kind, row, above, index, 3)) & 255 for index, value in enumerate(row))))
