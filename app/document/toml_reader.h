#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/document/describe.h"
#include "app/document/toml.h"

namespace thalweg {

/// Fills described structs from TOML tables. A key that is missing leaves its field as it was; so does a value that is
/// of the wrong kind or out of range, and a key that is not known is left out: each of these adds a sentence to
/// warnings.
class TomlReader {
  public:
    explicit TomlReader(std::string_view source) : source_(source) {}

    /// path: of the table, for messages; "" for the whole file. also_known: a key that the caller reads himself.
    template <Described Value>
    void read_table(Value& value, const toml::table& table, const std::string& path, std::string_view also_known = "") {
        std::vector<std::string_view> known;
        describe(value, [&](auto& field, const Setting& setting) {
            known.push_back(setting.name);
            const std::string name = (path.empty() ? "" : path + '.') + std::string(setting.name);
            if (const toml::node* node = table.get(setting.name)) read(field, *node, setting, name);
        });
        warn_of_unknown_keys(table, path, known, also_known);
    }

    const std::vector<std::string>& warnings() const { return warnings_; }

  private:
    void read(bool& field, const toml::node& node, const Setting& setting, const std::string& name);
    void read(int& field, const toml::node& node, const Setting& setting, const std::string& name);
    void read(double& field, const toml::node& node, const Setting& setting, const std::string& name);
    void read(std::string& field, const toml::node& node, const Setting& setting, const std::string& name);
    void read(Start& field, const toml::node& node, const Setting& setting, const std::string& name);
    void read(Box& field, const toml::node& node, const Setting& setting, const std::string& name);
    void read(std::map<std::string, double>& field, const toml::node& node, const Setting& setting,
              const std::string& name);
    void read(SampleRow& field, const toml::node& node, const Setting& setting, const std::string& name);
    void read(Optimizer& field, const toml::node& node, const Setting& setting, const std::string& name);

    template <std::size_t n>
    void read(std::array<double, n>& field, const toml::node& node, const Setting&, const std::string& name) {
        read_numbers(field.data(), n, node, name);
    }

    template <class Enumeration>
        requires std::is_enum_v<Enumeration>
    void read(Enumeration& field, const toml::node& node, const Setting& setting, const std::string& name) {
        const int choice = read_choice(node, setting, name);
        if (choice >= 0) field = static_cast<Enumeration>(choice);
    }

    template <Described Value>
    void read(Value& field, const toml::node& node, const Setting&, const std::string& name) {
        if (const toml::table* table = node.as_table()) {
            read_table(field, *table, name);
        } else {
            warn(node.source().begin, name + " must be a table; its defaults are used");
        }
    }

    /// Setting::maximum is the most rows there may be.
    template <class Value>
    void read(std::vector<Value>& field, const toml::node& node, const Setting& setting, const std::string& name) {
        const toml::array* rows = node.as_array();
        if (rows == nullptr) {
            warn(node.source().begin, name + " must be an array; it is left as it was");
            return;
        }
        field.clear();
        for (const toml::node& row : *rows) {
            if (static_cast<double>(field.size()) >= setting.maximum) {
                warn_of_too_many(row, setting, name);
                break;
            }
            const std::string row_name = name + '[' + std::to_string(field.size()) + ']';
            read(field.emplace_back(), row, setting, row_name);
        }
    }

    /// True when node is an array of `count` finite numbers, which then stand in `numbers`.
    bool read_numbers(double* numbers, std::size_t count, const toml::node& node, const std::string& name);
    /// Index among setting.choices, or -1.
    int read_choice(const toml::node& node, const Setting& setting, const std::string& name);

    void warn(const toml::source_position& position, const std::string& sentence);
    void warn_of_too_many(const toml::node& row, const Setting& setting, const std::string& name);
    void warn_of_unknown_keys(const toml::table& table, const std::string& path,
                              const std::vector<std::string_view>& known, std::string_view also_known);

    std::string source_;
    std::vector<std::string> warnings_;
};

}  // namespace thalweg
