// How long questions to a record of many reports take.
//   ask_bench RECORD LEXICON
// Asks each question of RECORD (store_bench's RECORD.grown, about a million items) five times, with the names of states
// of the folder LEXICON. Prints a table in Markdown; a question's time is the middle one, by the clock and of the
// processor: looking up names, finding, and putting the things found in order.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "ask/countries.h"
#include "ask/find.h"

namespace {

using rapporteur::ItemKind;
using rapporteur::Question;
using rapporteur::Store;

double ProcessorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double Seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

template <typename T>
T OrDie(rapporteur::Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "ask_bench: %s\n", result.error().message.c_str());
  std::exit(1);
}

struct Asked {
  const char* name;
  Question question;
};

std::vector<Asked> Questions() {
  const rapporteur::Date from{2014, 3, 1};
  const rapporteur::Date to{2014, 3, 31};
  std::vector<Asked> all;
  const auto add = [&](const char* name) -> Question& { return all.emplace_back(Asked{name, {}}).question; };
  Question* question = &add("events of one actor (a state) in one month");
  question->kinds = {ItemKind::kEvent};
  question->actors = {"Russia"};
  question->since = from;
  question->until = to;
  question = &add("everything of one actor (a state) in one month");
  question->actors = {"Russia"};
  question->since = from;
  question->until = to;
  question = &add("everything of one actor (a person's name) in one month");
  question->actors = {"Bashar al-Assad"};
  question->since = from;
  question->until = to;
  question = &add("a pair of states, all years");
  question->pairs = {{"Russia", "United States"}};
  question = &add("a place in one month");
  question->place = "Aleppo";
  question->since = from;
  question->until = to;
  question = &add("an agreement by words of its name, all years");
  question->agreement = "Chemical Weapons Convention";
  question = &add("words of the text, events of one month");
  question->kinds = {ItemKind::kEvent};
  question->text = "\"chemical weapons\"";
  question->since = from;
  question->until = to;
  question = &add("events of one actor (a state), all years");
  question->kinds = {ItemKind::kEvent};
  question->actors = {"Russia"};
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: ask_bench RECORD LEXICON\n");
    return 2;
  }
  rapporteur::StoreOptions options;
  options.read_only = true;
  double began = Seconds();
  Store store = OrDie(Store::Open(argv[1], options));
  std::printf("opened in %.0f ms\n\n", (Seconds() - began) * 1000);
  const rapporteur::Countries countries = OrDie(rapporteur::Countries::Read(argv[2]));
  std::printf("| question, 1 thread | found | milliseconds | of the processor |\n|---|---|---|---|\n");
  for (Asked& asked : Questions()) {
    asked.question.countries = &countries;
    std::vector<double> times;
    std::vector<double> processor_times;
    size_t found = 0;
    for (int i = 0; i < 5; ++i) {
      began = Seconds();
      const double processor_began = ProcessorSeconds();
      found = OrDie(Find(store, asked.question)).size();
      times.push_back((Seconds() - began) * 1000);
      processor_times.push_back((ProcessorSeconds() - processor_began) * 1000);
    }
    std::sort(times.begin(), times.end());
    std::sort(processor_times.begin(), processor_times.end());
    std::printf("| %s | %zu | %.0f | %.0f |\n", asked.name, found, times[2], processor_times[2]);
  }
  return 0;
}
