// Where the program was built with DuckDB, what reads Parquet; else nothing.
#pragma once

#include "inputs/options.h"

namespace rapporteur {

ParquetReader ParquetInput();

}  // namespace rapporteur
