#pragma once

#include <expected>
#include <string>

#include "app/document/session.h"

namespace thalweg {

/// A self-contained Python file that takes the session's runs with PyTorch (1.13 or newer) and prints them: the
/// function in torch's words, its gradient by torch's own differentiation, each optimizer of torch.optim with its
/// settings (or written out, where torch lacks it or has it otherwise), schedules, clipping, and the same noise.
/// It prints for each run a comment, a table `step,x,y,f` with the shortest digits that read back as the same doubles,
/// and `# converged after 87 steps`, the reason by its name. The error is one sentence.
std::expected<std::string, std::string> pytorch_script(const Session& session);

}  // namespace thalweg
