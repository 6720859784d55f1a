#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace thalweg {

/// The rows below the heading of a comma-separated file of the tests' data, without quoting.
inline std::vector<std::vector<std::string>> read_rows(const std::string& name) {
    std::ifstream file(THALWEG_TEST_DATA "/" + name);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
    }
    return rows;
}

}  // namespace thalweg
