#pragma once

#include <filesystem>

namespace thalweg {

/// The program that runs, as a file; empty where the system does not tell (it does on Linux).
std::filesystem::path program_file();

}  // namespace thalweg
