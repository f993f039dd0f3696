"""Reads and writes the model file: docs/model.md, sections 1 to 4."""
import os, struct, zlib
import numpy as np

MAGIC, VERSION = b"RAPM", 1
_ENTRY = struct.Struct("<32sQQII")
_TENSOR = struct.Struct("<32sIIIIQ")


def align(n):
    return (n + 63) // 64 * 64


def write_file(path, sections):
    """sections: list of (name, bytes)."""
    at = align(16 + _ENTRY.size * len(sections))
    head = MAGIC + struct.pack("<III", VERSION, len(sections), 0)
    for name, blob in sections:
        head += _ENTRY.pack(name.encode("ascii"), at, len(blob), zlib.crc32(blob), 0)
        at = align(at + len(blob))
    out = bytearray(head.ljust(align(len(head)), b"\0"))
    for _, blob in sections:
        out += blob
        out += b"\0" * (align(len(out)) - len(out))
    with open(path + ".new", "wb") as f:
        f.write(out)
    os.replace(path + ".new", path)  # readers never see half a file
    return len(out)


def read_file(path):
    raw = open(path, "rb").read()
    if raw[:4] != MAGIC:
        raise ValueError(f"{path}: not a model file (starts with {raw[:4]!r}, expected {MAGIC!r})")
    version, count, _ = struct.unpack_from("<III", raw, 4)
    if version != VERSION:
        raise ValueError(f"{path}: format version {version}, this program reads {VERSION}")
    sections = {}
    for k in range(count):
        name, at, length, crc, _ = _ENTRY.unpack_from(raw, 16 + k * _ENTRY.size)
        blob = raw[at:at + length]
        name = name.rstrip(b"\0").decode("ascii")
        if len(blob) != length or zlib.crc32(blob) != crc:
            raise ValueError(f"{path}: section {name} is damaged")
        sections[name] = blob
    return sections


def pack_tensors(tensors):
    """tensors: list of (name, float32 matrix, quantise?)."""
    at = align(8 + _TENSOR.size * len(tensors))
    head, body = struct.pack("<II", len(tensors), 0), []
    for name, m, quantise in tensors:
        m = np.ascontiguousarray(m, np.float32)
        m = m.reshape(1, -1) if m.ndim == 1 else m
        if quantise:
            scale = np.abs(m).max(1) / 127
            scale = np.where(scale > 0, scale, 1).astype(np.float32)
            q = np.clip(np.rint(m / scale[:, None]), -127, 127).astype(np.int8)
            blob = scale.tobytes() + q.tobytes()
        else:
            blob = m.tobytes()
        assert len(name) <= 31
        head += _TENSOR.pack(name.encode("ascii"), m.shape[0], m.shape[1], int(quantise), 0, at)
        body.append((at, blob))
        at = align(at + len(blob))
    out = bytearray(at)
    out[:len(head)] = head
    for where, blob in body:
        out[where:where + len(blob)] = blob
    return bytes(out)


def unpack_tensors(blob):
    count, _ = struct.unpack_from("<II", blob, 0)
    out = {}
    for k in range(count):
        name, rows, cols, kind, _, at = _TENSOR.unpack_from(blob, 8 + k * _TENSOR.size)
        name = name.rstrip(b"\0").decode("ascii")
        if kind == 0:
            m = np.frombuffer(blob, "<f4", rows * cols, at).reshape(rows, cols)
        else:
            scale = np.frombuffer(blob, "<f4", rows, at)
            m = np.frombuffer(blob, np.int8, rows * cols, at + 4 * rows).reshape(rows, cols).astype(np.float32) * scale[:, None]
        out[name] = m
    return out


def pack_fold(fold):
    out = struct.pack("<I", len(fold))
    for cp in sorted(fold):
        cls, to = fold[cp]
        low = chr(cp).lower()
        low = ord(low) if len(low) == 1 else cp
        b = to.encode("utf-8")
        assert len(b) <= 6
        out += struct.pack("<IIBB6s", cp, low, cls, len(b), b)
    return out


def unpack_fold(blob):
    fold = {}
    for k in range(struct.unpack_from("<I", blob, 0)[0]):
        cp, low, cls, n, b = struct.unpack_from("<IIBB6s", blob, 4 + 16 * k)
        fold[cp] = (cls, b[:n].decode("utf-8"), low)
    return fold
