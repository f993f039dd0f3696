// The Python module rapporteur._native: the program's library as src/python/rapporteur uses it.
#include "python/bindings.h"
#include "python/errors.h"

PYBIND11_MODULE(_native, module) {
  module.doc() = "The native part of rapporteur; use the package's own functions.";
  module.attr("version") = std::string(rapporteur::ProgramVersion());
  rapporteur::TranslateFailures();
  rapporteur::BindReader(module);
  rapporteur::BindArticles(module);
#ifdef RAPPORTEUR_HAS_STORE
  rapporteur::BindStore(module);
  rapporteur::BindAsking(module);
  rapporteur::BindPages(module);
#endif
}
