#pragma once

#include <span>
#include <string>
#include <vector>

namespace thalweg {

/// Starts a program, words.front(), which is looked for where programs are unless it is a path, with the other words as
/// its arguments. Its descriptors 0, 1, … are ours of these numbers; those beyond them it inherits. 0, or the errno.
int spawn(std::vector<std::string> words, std::span<const int> descriptors, int& process);

}  // namespace thalweg
