// Words without their endings, to find "sanction" in "sanctions" and "sanctioned".
//
// Stateless, deterministic. English; a stem need not be a word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

std::string StemOf(std::string_view word);

// The stems of a text's words that say something ("the", "of", "to" do not), in order.
std::vector<std::string> StemsOf(std::string_view text);

// Whether each of `asked` is among `told`; false where nothing is asked.
bool HasStems(const std::vector<std::string>& told, const std::vector<std::string>& asked);

}  // namespace rapporteur
