# How every target of the project is compiled.
add_library(rapporteur_options INTERFACE)
target_include_directories(rapporteur_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(rapporteur_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC bug 105329: a literal + std::string is taken for an overlapping copy.
  target_compile_options(rapporteur_options INTERFACE -Wno-restrict)
endif()
if(RAPPORTEUR_SANITIZE)
  target_compile_options(rapporteur_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(rapporteur_options INTERFACE -fsanitize=address,undefined)
endif()

find_program(RAPPORTEUR_CCACHE ccache)
if(RAPPORTEUR_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${RAPPORTEUR_CCACHE})
endif()

# rapporteur_add_library(folder files…): the library of one folder of src/.
function(rapporteur_add_library folder)
  add_library(rapporteur_${folder} STATIC ${ARGN})
  target_link_libraries(rapporteur_${folder} PUBLIC rapporteur_options)
endfunction()

# rapporteur_add_test(name files… LIBS libraries…): a GoogleTest program, run by ctest from the repository's root.
function(rapporteur_add_test name)
  if(NOT RAPPORTEUR_TESTS)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} GTest::gtest_main)
  if(RAPPORTEUR_SANITIZE)
    target_compile_options(${name} PRIVATE -O0)  # what they test is optimised; they need not be, and build in half the time
  endif()
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()
