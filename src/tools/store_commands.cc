// rapporteur add: reports into the record.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "store/parquet_rows.h"
#include "tools/article_stream.h"
#include "tools/commands.h"
#include "tools/in_order.h"
#include "tools/open_store.h"
#include "tools/parquet_input.h"
#include "tools/progress.h"
#include "tools/rejects.h"
#include "tools/setup.h"
#include "tools/store_writer.h"

namespace rapporteur {
namespace {

const char* WordFor(Fate fate) { return fate == Fate::kAdded ? "added" : fate == Fate::kKnown ? "known" : "replaced"; }

// How many met which fate; the lines of --confirm.
class Tally {
 public:
  explicit Tally(bool confirm) : confirm_(confirm) {
    if (confirm) std::setvbuf(stdout, nullptr, _IOLBF, 1U << 16U);  // who waits for a confirmation gets it at once
  }

  void Count(const StoreWriter::Entry& entry, Fate fate) {
    ++counts_.at(static_cast<size_t>(fate));
    if (!confirm_) return;
    std::printf("%s\t%s\t%s\n", WordFor(fate), entry.id.c_str(), entry.path.c_str());
  }
  size_t of(Fate fate) const { return counts_.at(static_cast<size_t>(fate)); }

 private:
  bool confirm_;
  std::array<size_t, 3> counts_ = {};
};

// One article's way to its rows.
class Adding {
 public:
  Adding(const Store& store, const Reader& reader, ReadOptions said)
      : store_(store), reader_(reader), said_(std::move(said)) {}

  Result<StoreWriter::Entry> Make(const StreamRow& row) const {
    const auto article = row.row.article();
    if (!article.ok()) return article.error();
    const ReadOptions said = SaidOfArticle(*article, said_, row.one_article());
    auto entry = MakeEntry(store_, reader_, article->text, said);
    if (entry.ok()) entry->path = row.name();
    return entry;
  }

 private:
  const Store& store_;
  const Reader& reader_;
  const ReadOptions said_;
};

// Reads on many threads, adds on one. The number of articles that failed.
Result<size_t> AddAll(ArticleStream& stream, size_t inputs, const Adding& adding, size_t threads, StoreWriter& writer,
                      Rejects& rejects) {
  Progress progress(inputs, isatty(STDERR_FILENO) != 0);
  size_t failed = 0;
  Status set_aside = Ok{};
  InOrder(threads, [&]() -> Task {
    auto next = stream.Next();
    if (!next) return {};
    auto row = std::make_shared<StreamRow>(std::move(*next));
    return [&, row]() -> Finish {
      auto entry = std::make_shared<Result<StoreWriter::Entry>>(adding.Make(*row));
      return [&, row, entry] {
        if (!row->one_article()) progress.TotalUnknown();
        bool going = true;
        if (entry->ok()) {
          going = writer.Push(std::move(*entry).value());
        } else {
          progress.Clear();
          set_aside = rejects.Add(*row, entry->error());
          ++failed;
        }
        progress.Step();
        return going && set_aside.ok();
      };
    };
  });
  progress.Clear();
  const auto finished = writer.Finish();
  if (set_aside.ok()) set_aside = rejects.Commit();
  if (!finished.ok()) return finished.error();
  if (!set_aside.ok()) return set_aside.error();
  if (rejects.count() > 0) PrintError(std::to_string(rejects.count()) + " articles set aside in " + rejects.path());
  return failed;
}

}  // namespace

ParquetReader ParquetInput() { return ParquetRows; }

int RunAdd(const CommandOptions& options) {
  const auto said = SaidOfReport(options.input);
  if (!said.ok()) return Fail(said.error(), kExitUsage);
  const auto how = HowToReadArticles(options.input);
  if (!how.ok()) return Fail(how.error(), kExitUsage);
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  auto store = OpenStore(options.record, false);
  if (!store.ok()) return Fail(store.error(), kExitData);
  const Inputs inputs = ListInputs(options.input.paths);
  for (const Error& problem : inputs.problems) PrintError(problem.message);

  const size_t cores = std::max<size_t>(1, std::thread::hardware_concurrency());
  Tally tally(options.confirm);
  StoreWriterOptions writing;
  writing.batch_reports = options.batch;
  StoreWriter writer(*store, writing, [&](const StoreWriter::Entry& entry, Fate fate) { tally.Count(entry, fate); });
  ArticleStream stream(inputs.files, *how);
  Rejects rejects(options.rejects, RecordFile(options.record));
  const auto failed = AddAll(stream, inputs.files.size(), Adding(*store, *reader, *said),
                             options.jobs != 0 ? options.jobs : cores, writer, rejects);
  const size_t missing = inputs.problems.size() + (failed.ok() ? *failed : 0);
  std::printf("%zu added, %zu known, %zu replaced, %zu failed; %s has %zu reports\n", tally.of(Fate::kAdded),
              tally.of(Fate::kKnown), tally.of(Fate::kReplaced), missing, RecordFile(options.record).c_str(),
              store->size());
  if (!failed.ok()) return Fail(failed.error(), kExitOutput);
  return missing == 0 ? kExitOk : kExitSomeFailed;
}

}  // namespace rapporteur
