#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace thalweg {

/// Whether the Python that the tests were configured with knows a module.
inline bool python_has(const std::string& module) {
    const std::string command = "'" THALWEG_PYTHON "' -c 'import " + module + "' > /dev/null 2>&1";
    return std::system(command.c_str()) == 0;  // NOLINT(concurrency-mt-unsafe,cert-env33-c): one thread, our own words
}

/// What a script prints, errors included; it is run in a folder of its own.
inline std::string run_python(const std::string& script, const std::string& name) {
    const auto folder = std::filesystem::temp_directory_path() / ("thalweg-" + name);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "script.py") << script;
    const std::string command = "cd '" + folder.string() + "' && '" THALWEG_PYTHON "' -W error script.py 2>&1";
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): our own words
    if (pipe == nullptr) return "python cannot be started";
    std::array<char, 65536> buffer = {};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        output.append(buffer.data(), count);
    }
    pclose(pipe);
    return output;
}

}  // namespace thalweg
