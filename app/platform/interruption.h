#pragma once

#include <csignal>

namespace thalweg {

/// While it lives, the wish that this program end (Ctrl C, kill, the terminal's closing) waits to be asked for, so that
/// work can be given up tidily. To be made before any other thread, which would hear of the wish in its place.
class Interruption {
  public:
    Interruption();
    /// A wish that came is taken for fulfilled.
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool wished() const;

  private:
    sigset_t waiting_, before_;
};

}  // namespace thalweg
