#pragma once

#include <filesystem>
#include <string_view>

namespace thalweg {

/// The folder that holds `shaders` and `assets`: <prefix>/share/thalweg beside the installed program, else the source
/// tree. THALWEG_RESOURCES in the environment overrides both.
std::filesystem::path resource_folder();

/// "0.1.0".
std::string_view version();

}  // namespace thalweg
