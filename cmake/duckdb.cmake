# DuckDB for src/store: the system's where there is one, else what cmake/get_duckdb.sh fetched into build/duckdb.
#
# RAPPORTEUR_STORE  AUTO (default): build the store when DuckDB is found, else say so and build the program without it
#                   ON: stop when DuckDB is missing      OFF: build without the store
# Sets RAPPORTEUR_HAS_STORE and, when that is on, the target rapporteur_duckdb; RAPPORTEUR_DUCKDB_LIBRARY is the library to
# install beside the program (empty: the system's, which needs no copy).
set(RAPPORTEUR_STORE AUTO CACHE STRING "Build the store (needs DuckDB): AUTO, ON, OFF")
set_property(CACHE RAPPORTEUR_STORE PROPERTY STRINGS AUTO ON OFF)

set(RAPPORTEUR_HAS_STORE OFF)
set(RAPPORTEUR_DUCKDB_LIBRARY "")
if(RAPPORTEUR_STORE STREQUAL "OFF")
  return()
endif()

set(fetched ${CMAKE_SOURCE_DIR}/build/duckdb)
find_package(DuckDB CONFIG QUIET)
if(TARGET duckdb)
  add_library(rapporteur_duckdb INTERFACE)
  target_link_libraries(rapporteur_duckdb INTERFACE duckdb)
  target_include_directories(rapporteur_duckdb SYSTEM INTERFACE ${DuckDB_INCLUDE_DIRS})
  message(STATUS "DuckDB: the system's, ${DuckDB_DIR}")
elseif(EXISTS ${fetched}/version AND EXISTS ${fetched}/lib/libduckdb.so)
  file(STRINGS ${fetched}/version version)
  set(RAPPORTEUR_DUCKDB_LIBRARY ${fetched}/lib/libduckdb.so)
  add_library(rapporteur_duckdb_library SHARED IMPORTED GLOBAL)
  set_target_properties(rapporteur_duckdb_library PROPERTIES IMPORTED_LOCATION ${RAPPORTEUR_DUCKDB_LIBRARY}
                                                             IMPORTED_SONAME libduckdb.so)
  add_library(rapporteur_duckdb INTERFACE)
  target_link_libraries(rapporteur_duckdb INTERFACE rapporteur_duckdb_library)
  target_include_directories(rapporteur_duckdb SYSTEM INTERFACE ${fetched}/include)
  message(STATUS "DuckDB: ${version}, from build/duckdb")
elseif(RAPPORTEUR_STORE STREQUAL "ON")
  message(FATAL_ERROR "DuckDB not found: neither the system has one nor build/duckdb; run cmake/get_duckdb.sh")
else()
  message(STATUS "DuckDB not found: building WITHOUT THE STORE, so without the commands add and export. "
                 "Run cmake/get_duckdb.sh and configure again to have them")
  return()
endif()
set(RAPPORTEUR_HAS_STORE ON)
# A reconfigure when the library comes or goes.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${fetched}/version)
