// A record that Python has open.
#pragma once

#include <unistd.h>

#include <memory>
#include <string>
#include <utility>

#include "python/errors.h"
#include "tools/open_store.h"

namespace rapporteur {

// What belongs to the process that made it: a forked one neither uses nor ends it, since files, locks and threads
// behind it are the other's.
template <typename T>
class OfThisProcess {
 public:
  explicit OfThisProcess(std::unique_ptr<T> thing) : thing_(std::move(thing)), process_(getpid()) {}
  OfThisProcess(const OfThisProcess&) = delete;
  OfThisProcess& operator=(const OfThisProcess&) = delete;
  ~OfThisProcess() { Drop(); }

  void Drop() {
    if (getpid() == process_) {
      thing_.reset();
    } else {
      (void)thing_.release();  // NOLINT(bugprone-unused-return-value)
    }
  }
  T& get() const {
    if (!thing_) throw Failure{{ErrorCode::kUsage, "the record is closed; open it again"}};
    if (getpid() != process_) {
      throw Failure{{ErrorCode::kUsage, "the record was opened by the process " + std::to_string(process_) +
                                            ", from which this one was forked; open it again in this one"}};
    }
    return *thing_;
  }

 private:
  std::unique_ptr<T> thing_;
  pid_t process_;
};

// A record that is open. One thread at a time; the package's Python side sees to that.
class OpenedStore {
 public:
  OpenedStore(const std::string& path, bool read_only) : store_(Open(path, read_only)) {}

  Store& store() const { return store_.get(); }
  void Close() { store_.Drop(); }

 private:
  static std::unique_ptr<Store> Open(const std::string& path, bool read_only) {
    auto store = OpenStore(path, read_only);
    if (!store.ok()) throw Failure{store.error(), TellsOfLock(store.error())};
    return std::make_unique<Store>(std::move(*store));
  }

  OfThisProcess<Store> store_;
};

}  // namespace rapporteur
