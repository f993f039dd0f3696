"""What the tests of the Python module share. Their first two arguments are the program and the build tree."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, BUILD = (str(Path(argument).resolve()) for argument in sys.argv[1:3])
ROOT = Path(__file__).resolve().parent.parent
GRAIN_DEAL = (ROOT / "examples" / "grain_deal.txt").read_bytes().decode()
KINDS = ["actors", "events", "statements", "positions", "talks", "agreements", "disputes"]
MET = "Envoys of Norvia and Selk met in Ostravil on Monday."


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, check=True, **options).stdout.decode()


class FolderTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
