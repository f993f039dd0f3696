"""The mean of the averaged weights of several runs that began from the same checkpoint, as a checkpoint.

usage: soup.py OUT.pt CHECKPOINT.pt CHECKPOINT.pt …
"""
import sys
import torch


def main():
    states = [torch.load(p) for p in sys.argv[2:]]
    first = states[0]
    first["average"] = {k: sum(s["average"][k] for s in states) / len(states) for k in first["average"]}
    first["args"]["soup"] = [{k: s["args"][k] for k in ("name", "seed", "epochs")} for s in states]
    first["opt"] = None
    first["log"] = {"parts": [s["log"] for s in states]}
    torch.save(first, sys.argv[1])


if __name__ == "__main__":
    main()
