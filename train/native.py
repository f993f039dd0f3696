"""Builds and loads native.cc."""
import ctypes, os, subprocess

_HERE = os.path.dirname(os.path.abspath(__file__))
_SOURCE = os.path.join(_HERE, "native.cc")
_LIBRARY = os.path.join(_HERE, "work", "native.so")


def load():
    os.makedirs(os.path.dirname(_LIBRARY), exist_ok=True)
    if not os.path.exists(_LIBRARY) or os.path.getmtime(_LIBRARY) < os.path.getmtime(_SOURCE):
        subprocess.check_call(["g++", "-O3", "-march=native", "-ffast-math", "-mprefer-vector-width=512", "-shared", "-fPIC",
                               "-std=c++17", _SOURCE, "-o", _LIBRARY + ".new"])
        os.replace(_LIBRARY + ".new", _LIBRARY)
    return ctypes.CDLL(_LIBRARY)


LIB = load()
P = ctypes.c_void_p
F = ctypes.c_float
I = ctypes.c_int
L = ctypes.c_int64
LIB.recurrence_forward.argtypes = [P, P, I, I, P, P, P, P]
LIB.recurrence_backward.argtypes = [P, P, I, I, P, P, P, P, P]
LIB.adam.argtypes = [P, P, P, P, P, L, L, F, F, F, F, F, F, F, F, F, I]
LIB.eisner.argtypes = [P, I, P]
LIB.maxout_forward.argtypes = [P, L, I, P]
LIB.maxout_backward.argtypes = [P, P, L, I, P]
