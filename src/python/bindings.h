// What the module _native is made of, one function a group of classes. Of use only to the package rapporteur, whose
// Python files are what users see.
//
// Whatever takes long is done without Python's lock (the GIL); results are the same with any number of threads.
#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <string>

#include "coding/read_options.h"
#include "reader/reader.h"

namespace rapporteur {

// A reader and what it was opened from. Any number of threads may use it.
struct OpenedReader {
  ReaderOptions from;
  Reader reader;
};

// What is said of a report, from Python's strings. Errors: kUsage  a day that is none
Result<ReadOptions> SaidInPython(const std::string& published, const std::string& title, const std::string& publisher,
                                 const std::string& url);

// The path of this module's library, below which its data are looked for; empty when the system does not tell.
std::string ModulePath();

// Text as Python's str. Errors: a Python exception where it is no UTF-8
pybind11::str ToPython(std::string_view utf8);

void BindReader(pybind11::module_& module);    // Said, Reader
void BindArticles(pybind11::module_& module);  // Articles, Row
#ifdef RAPPORTEUR_HAS_STORE
void BindStore(pybind11::module_& module);   // Store, Adder, Entry, record_file
void BindAsking(pybind11::module_& module);  // Knowledge, Asked, merged, query, timeline
void BindPages(pybind11::module_& module);   // positions, talks, agreement, brief
#endif

}  // namespace rapporteur
