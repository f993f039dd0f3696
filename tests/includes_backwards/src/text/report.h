// Nothing: the folder that must not be included.
#pragma once
