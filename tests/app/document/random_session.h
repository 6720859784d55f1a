#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <type_traits>

#include "app/document/describe.h"
#include "core/setting/settings_text.h"

namespace thalweg {

/// Fills every field that describe() names with something random that a session may hold: numbers with all their bits
/// in use, texts with every kind of character.
class RandomFields {
  public:
    explicit RandomFields(std::mt19937_64& random) : random_(random) {}

    void fill(bool& field, const Setting&) { field = below(2) == 0; }
    void fill(int& field, const Setting& setting) {
        const int low = static_cast<int>(setting.minimum), high = static_cast<int>(setting.maximum);
        field = low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    void fill(double& field, const Setting& setting) {
        field = setting.strict ? std::uniform_real_distribution(setting.minimum, setting.maximum)(random_) : number();
    }
    void fill(std::string& field, const Setting&) { field = text(); }
    void fill(Start& field, const Setting&) { field = {number(), number()}; }
    void fill(SampleRow& field, const Setting&) {
        field.numbers.resize(below(4));
        for (double& one : field.numbers) one = number();
    }
    void fill(Box& field, const Setting&) {
        do field = {number(), number(), number(), number()};
        while (!is_valid_domain(field));
    }
    void fill(std::map<std::string, double>& field, const Setting&) {
        field.clear();
        for (std::uint64_t i = below(4); i > 0; --i) field[text()] = number();
    }
    void fill(Optimizer& field, const Setting&) {
        const auto presets = optimizer_presets();
        field = presets[below(presets.size())];
        if (below(3) == 0)
            field.schedules = parse_optimizer("sgd | schedule cosine_annealing after=3").value().schedules;
        if (below(3) == 0) field.clip = parse_optimizer("sgd | clip norm").value().clip;
        if (below(3) == 0) field.noise = parse_optimizer("sgd | noise gaussian seed=7").value().noise;
        const Optimizer before = field;
        describe(field, [&]<class T>(T& setting_value, const Setting& setting) {
            if constexpr (std::is_same_v<T, double>)
                setting_value = std::uniform_real_distribution(setting.minimum, setting.maximum)(random_);
        });
        if (!problem(field).empty()) field = before;
    }
    template <std::size_t n>
    void fill(std::array<double, n>& field, const Setting&) {
        for (double& one : field) one = number();
    }
    template <class Enumeration>
        requires std::is_enum_v<Enumeration>
    void fill(Enumeration& field, const Setting& setting) {
        field = static_cast<Enumeration>(below(choices(setting).size()));
    }
    template <Described Value>
    void fill(Value& field, const Setting&) {
        describe(field, [this](auto& part, const Setting& setting) { fill(part, setting); });
    }
    template <class Value>
    void fill(std::vector<Value>& field, const Setting& setting) {
        field.resize(below(4));
        for (Value& row : field) fill(row, setting);
    }

  private:
    std::uint64_t below(std::uint64_t end) { return random_() % end; }
    double number() {
        double any = 0;
        do any = std::bit_cast<double>(random_());
        while (!std::isfinite(any));
        return any;
    }
    std::string text() {
        constexpr std::string_view letters[] = {"x",  "^", "\"", "\\", "'",  "\n", "\r\n", "\t",   "#", "=",
                                                "[",  "]", "θ",  "鞍", "🏔", " ",  "\1",   "\x7F", "é", "\\u",
                                                "{}", ".", "+y", "\b", "1",  "-",  "_",    ",",    "\0"};
        std::string all;
        for (std::uint64_t i = below(12); i > 0; --i) all += letters[below(std::size(letters))];
        return all;
    }

    std::mt19937_64& random_;
};

inline Session random_session(std::mt19937_64& random) {
    Session session;
    RandomFields(random).fill(session, {});
    return session;
}

}  // namespace thalweg
