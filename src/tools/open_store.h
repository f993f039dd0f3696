// The record that a command line names.
#pragma once

#include <string>

#include "merge/stories.h"
#include "store/store.h"

namespace rapporteur {

// A folder's record is the file record.duckdb in it.
std::string RecordFile(const std::string& path);

// A folder named with a / at its end is made, unless read_only. Errors: those of Store::Open, and kIo
Result<Store> OpenStore(const std::string& path, bool read_only);

// How stories are told apart, as the lexicon's merging.tsv says it. Errors: kIo  missing; those of ParseStoryOptions
Result<StoryOptions> ReadStoryOptions(const std::string& lexicon);

}  // namespace rapporteur
