// Includes backwards on purpose: cmake/check_includes.cmake must say so.
#pragma once
#include "text/report.h"
