// What several commands begin with: messages, data files, the reader, what was said of a report, the terminal.
#pragma once

#include <string>

#include "base/result.h"
#include "formats/text.h"
#include "reader/reader.h"
#include "tools/data_files.h"
#include "tools/options.h"

namespace rapporteur {

// "rapporteur: message" on standard error.
void PrintError(const std::string& message);
// Tells the error; the exit code.
int Fail(const Error& error, ExitCode code);

// The folder of the shipped lexicon, or of the one that takes its place. Errors: those of FindDataFiles.
Result<std::string> FindBaseLexicon(const DataOptions& data, const std::string& program = ProgramPath());
// OpenReader tells the lexicon's warnings on standard error.
// What is not said is looked for from `program` on. Errors: those of FindDataFiles
Result<ReaderOptions> FindReaderOptions(const DataOptions& data, const std::string& program = ProgramPath());
Result<Reader> OpenReader(const DataOptions& data);
// The lexicon alone; tells its warnings likewise. Errors: those of FindDataFiles and Lexicon::Open
Result<Lexicon> OpenLexicon(const DataOptions& data);

// Errors: kUsage  a date that is none
Result<ReadOptions> SaidOfReport(const InputOptions& input);
Result<DecodeOptions> HowToDecode(const InputOptions& input);

// Colours and columns for a result that goes to `output` ("" or "-": standard output).
TextOptions LookFor(const LookOptions& look, const std::string& output);

// Whether the result goes to a terminal that a person sees.
bool GoesToTerminal(const std::string& output);

}  // namespace rapporteur
