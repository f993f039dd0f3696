#include "tools/article_stream.h"

#include "record/json_writer.h"
#include "tools/parquet_input.h"
#include "tools/setup.h"

namespace rapporteur {

std::string StreamRow::name() const {
  const std::string file = input.path == "-" ? "standard input" : input.path;
  return one_article() || !opened ? file : file + ", row " + std::to_string(row.at.row);
}

std::optional<StreamRow> ArticleStream::Next() {
  while (open_ || next_ < inputs_.size()) {
    if (!open_) {
      const Input& input = inputs_[next_];
      auto bytes = OpenFileBytes(input.path);
      auto opened = bytes.ok() ? OpenArticles(std::move(bytes).value(), input.path, options_)
                               : Result<OpenedArticles>(bytes.error());
      if (!opened.ok()) {
        ++next_;
        return StreamRow{input, InputFormat::kText, FaultRow({}, opened.error()), false};
      }
      open_ = std::move(opened).value();
      any_with_many_ = any_with_many_ || !open_->one_article();
    }
    if (auto row = open_->rows->Next()) return StreamRow{inputs_[next_], open_->format, std::move(*row), true};
    passed_over_ += open_->rows->passed_over();
    open_.reset();
    ++next_;
  }
  return std::nullopt;
}

Result<ArticleOptions> HowToReadArticles(const InputOptions& input) {
  ArticleOptions options;
  auto decode = HowToDecode(input);
  if (!decode.ok()) return decode.error();
  options.decode = *decode;
  if (!input.from.empty()) {
    auto format = InputFormatNamed(input.from);
    if (!format.ok()) return Error{ErrorCode::kUsage, "--from: " + format.error().message};
    options.format = *format;
  }
  auto columns = ColumnMap::Parse(input.map);
  if (!columns.ok()) return Error{ErrorCode::kUsage, "--map: " + columns.error().message};
  options.columns = std::move(columns).value();
  options.parquet = ParquetInput();
  if (input.date_order == "dmy") options.day_order = DayOrder::kDayFirst;
  if (input.date_order == "mdy") options.day_order = DayOrder::kMonthFirst;
  return options;
}

ReadOptions SaidOfArticle(const Article& article, const ReadOptions& said, bool one_article) {
  const auto either = [&](const std::string& user, const std::string& file) {
    return (one_article && !user.empty()) || file.empty() ? user : file;
  };
  const auto published = ParseIsoDate(article.published);
  ReadOptions options = said;
  options.title = either(said.title, article.title);
  options.publisher = either(said.publisher, article.publisher);
  options.url = either(said.url, article.url);
  if (published && !(one_article && said.published)) options.published = published;
  return options;
}

std::string ArticleAsJson(const Article& article, const StreamRow& from) {
  JsonWriter json;
  json.BeginObject();
  json.Key("id").StringOrNull(article.id);
  json.Key("title").StringOrNull(article.title);
  json.Key("published").StringOrNull(article.published);
  json.Key("publisher").StringOrNull(article.publisher);
  json.Key("url").StringOrNull(article.url);
  json.Key("language").StringOrNull(article.language);
  json.Key("text").String(article.text);
  json.Key("file").String(from.input.path);
  json.Key("row").Int(static_cast<int64_t>(from.row.at.row));
  json.Key("notes").BeginArray();
  for (const std::string& note : article.notes) json.String(note);
  json.EndArray().EndObject();
  json.EndLine();
  return json.TakeText();
}

}  // namespace rapporteur
