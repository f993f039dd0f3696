# pybind11 and Python's headers for src/python, the module `rapporteur` (docs/python.md).
#
# RAPPORTEUR_PYTHON      AUTO (default): build the module when both are found, else say so and go on
#                        ON: stop when one is missing      OFF: build no module
# RAPPORTEUR_PYTHON_DIR  where it is installed, below the prefix
# Sets RAPPORTEUR_HAS_PYTHON, and compiles all libraries so that a module can be made of them. The Python is that of Debian
# (/usr/bin/python3), whatever else comes first on the path, unless -DPython_EXECUTABLE=… names another.
set(RAPPORTEUR_PYTHON AUTO CACHE STRING "Build the Python module (needs pybind11): AUTO, ON, OFF")
set_property(CACHE RAPPORTEUR_PYTHON PROPERTY STRINGS AUTO ON OFF)

set(RAPPORTEUR_HAS_PYTHON OFF)
if(RAPPORTEUR_PYTHON STREQUAL "OFF")
  return()
endif()

if(NOT DEFINED Python_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python_EXECUTABLE /usr/bin/python3)
endif()
find_package(Python 3.9 COMPONENTS Interpreter Development.Module)
set(PYBIND11_FINDPYTHON ON)
find_package(pybind11 2.10 CONFIG QUIET)
if(NOT Python_Development.Module_FOUND OR NOT pybind11_FOUND)
  if(RAPPORTEUR_PYTHON STREQUAL "ON")
    message(FATAL_ERROR "pybind11 or Python's headers not found; on Debian: apt-get install pybind11-dev python3-dev")
  endif()
  message(STATUS "pybind11 or Python's headers not found: building without the Python module. "
                 "Install them (Debian: pybind11-dev python3-dev) and configure again to have it")
  return()
endif()
set(RAPPORTEUR_HAS_PYTHON ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Debian's own Python looks for what a user installs below /usr/local in dist-packages; every other, and a virtual
# environment, in site-packages.
set(folder site-packages)
if(CMAKE_INSTALL_PREFIX MATCHES "^/usr(/local)?/?$")
  set(folder dist-packages)
endif()
set(RAPPORTEUR_PYTHON_DIR lib/python${Python_VERSION_MAJOR}.${Python_VERSION_MINOR}/${folder} CACHE STRING
    "Where the Python module is installed, below the prefix")
message(STATUS "Python module: for ${Python_EXECUTABLE} (${Python_VERSION}), installed in ${RAPPORTEUR_PYTHON_DIR}")
