// Wrong: only src/store may know DuckDB.
#include <duckdb.h>
