"""Adds the named mentions of docs/model.md, section 8, to a GUM file: Mention=B-person and so on in MISC, as rapporteur_eval_conllu reads them.

usage: add_names.py GUM.conllu > OUT.conllu      (the output is the treebank's text: keep it out of the repository)
"""
import sys
import data


def main():
    for _, _, rows in data.read_conllu(sys.argv[1]):
        for first, last, kind in data.name_spans(rows):
            for i in range(first, last + 1):
                tag = f"Mention={'B' if i == first else 'I'}-{kind}"
                rows[i][9] = tag if rows[i][9] == "_" else f"{rows[i][9]}|{tag}"
        print("\n".join("\t".join(row) for row in rows) + "\n")


if __name__ == "__main__":
    main()
