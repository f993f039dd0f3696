// What the store's commands say in a program that was built without DuckDB.
#include "tools/commands.h"
#include "tools/parquet_input.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

int NoStore() {
  PrintError("this program was built without DuckDB, so without the store; run cmake/get_duckdb.sh and build it again");
  return kExitData;
}

}  // namespace

ParquetReader ParquetInput() { return nullptr; }

int RunAdd(const CommandOptions& /*options*/) { return NoStore(); }
int RunExport(const CommandOptions& /*options*/) { return NoStore(); }
int RunBrief(const CommandOptions& /*options*/) { return NoStore(); }
int RunPositions(const CommandOptions& /*options*/) { return NoStore(); }
int RunTalks(const CommandOptions& /*options*/) { return NoStore(); }
int RunAgreement(const CommandOptions& /*options*/) { return NoStore(); }
int RunMerge(const CommandOptions& /*options*/) { return NoStore(); }
int RunQuery(const CommandOptions& /*options*/) { return NoStore(); }
int RunTimeline(const CommandOptions& /*options*/) { return NoStore(); }

}  // namespace rapporteur
