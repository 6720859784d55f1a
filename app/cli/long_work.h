#pragma once

#include <CLI/App.hpp>

#include "app/platform/interruption.h"

namespace thalweg {

/// Work that may take minutes. It says how far it is, to a person before a terminal or with --progress to a program,
/// and is given up when the user no longer wants it. To be made before anything else: see Interruption.
class LongWork {
  public:
    /// lines: each step of progress as a line "0.25" on standard output.
    explicit LongWork(bool lines) : lines_(lines) {}

    /// share: 0..1 of the work is done. False: it is to be given up.
    bool go_on(double share);

  private:
    Interruption interruption_;
    bool lines_;
    int percent_ = -1;  ///< said last
};

void add_progress_option(CLI::App& command, bool& lines);

}  // namespace thalweg
