#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <mutex>
#include <stop_token>

#include "app/platform/interruption.h"

namespace thalweg {

/// Work that may take minutes. It says how far it is, to a person before a terminal or with --progress to a program,
/// and is given up when the user no longer wants it. To be made before anything else: see Interruption.
class LongWork {
  public:
    /// lines: each step of progress as a line "0.25" on standard output.
    explicit LongWork(bool lines) : lines_(lines) {}

    /// share: 0..1 of the work is done. False: it is to be given up. From any thread.
    bool go_on(double share);

    /// For work that is told in its own words how to stop, and says its own share, from any thread: what is asked for
    /// from the moment the work is to be given up; and what takes the share of that part which leads from `begin` to
    /// `end` of the whole.
    std::stop_token stop() const { return given_up_.get_token(); }
    std::function<void(double)> part(double begin = 0.0, double end = 1.0);

  private:
    Interruption interruption_;
    bool lines_;
    std::mutex said_;
    int percent_ = -1;  ///< said last
    std::stop_source given_up_;
};

void add_progress_option(CLI::App& command, bool& lines);

}  // namespace thalweg
