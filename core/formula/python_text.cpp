#include "core/formula/python_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/formula/python_spelling.h"
#include "core/formula/utf8.h"

namespace thalweg {
namespace {

/// Expressions longer than a line, or deeper than Python likes brackets, get a name.
constexpr std::size_t longest_text = 90;
constexpr int deepest_text = 40;

constexpr bool always_smooth[] = {
#define THALWEG_UNARY(name, df, smoothness, ...) std::string_view(#smoothness) == "smooth",
#define THALWEG_BINARY(name, df, smoothness, ...) std::string_view(#smoothness) == "smooth",
#define THALWEG_TERNARY(name, df, smoothness, ...) std::string_view(#smoothness) == "smooth",
#define THALWEG_INTEGER_POWER(name) true,
#include "core/formula/operators.def"
};

bool gives_condition(Operator operation) {
    return operation >= Operator::less && operation <= Operator::either;
}

/// Of `both` and `either` both operands, of `select` the first.
bool wants_condition(Operator operation, std::size_t operand) {
    return operation == Operator::both || operation == Operator::either ||
           (operation == Operator::select && operand == 0);
}

struct Text {
    std::string text;
    PythonGrip grip = PythonGrip::atom;
    bool condition = false;
    bool constant = false;  ///< a bare number
    int depth = 0;
};

std::string bracketed(const Text& text, PythonGrip wanted) {
    return text.grip < wanted ? "(" + text.text + ")" : text.text;
}

class PythonWriter {
  public:
    PythonWriter(const Program& program, std::span<const std::string> names, PythonLibrary library)
        : program_(program), names_(names), library_(library), uses_(program.registers), texts_(program.registers) {}

    PythonCode write() {
        count_uses();
        for (std::size_t i = 0; i < names_.size(); ++i) texts_[i] = {.text = names_[i]};
        for (std::size_t i = 0; i < program_.constants.size(); ++i) {
            texts_[program_.inputs() + i] = constant(program_.constants[i].value);
        }
        for (const Instruction& instruction : program_.instructions) {
            Text text = write(instruction);
            const bool name_it =
                uses_[instruction.result] > 1 || text.text.size() > longest_text || text.depth > deepest_text;
            texts_[instruction.result] = name_it ? assigned(std::move(text)) : std::move(text);
        }
        for (const std::uint32_t output : program_.outputs) code_.outputs.push_back(as_output(texts_[output]));
        return std::move(code_);
    }

  private:
    void count_uses() {
        for (const Instruction& instruction : program_.instructions) {
            for (std::size_t i = 0; i < traits(instruction.operation).arity; ++i) ++uses_[instruction.operands.at(i)];
        }
        for (const std::uint32_t output : program_.outputs) ++uses_[output];
    }

    Text constant(double value) const {
        const std::string module = library_ == PythonLibrary::torch ? "math" : "np";
        if (value == std::numbers::pi) return {.text = module + ".pi", .constant = true};
        if (value == std::numbers::e) return {.text = module + ".e", .constant = true};
        return {.text = python_number(value),
                .grip = std::signbit(value) ? PythonGrip::negation : PythonGrip::atom,
                .constant = true};
    }

    /// A number that the library itself calculates with.
    std::string wrapped(const Text& constant) const {
        return fmt::format("{}({})", library_ == PythonLibrary::torch ? "number" : "np.float64", constant.text);
    }

    std::string as_output(const Text& text) const {
        if (text.condition) return as_number(text).text;
        return text.constant && library_ == PythonLibrary::torch ? wrapped(text) : text.text;
    }

    Text as_number(const Text& text) const {
        if (!text.condition) return text;
        return {.text = library_ == PythonLibrary::torch ? fmt::format("({}).double()", text.text)
                                                         : fmt::format("np.where({}, 1.0, 0.0)", text.text),
                .depth = text.depth};
    }

    static Text as_condition(const Text& text) {
        if (text.condition) return text;
        return {.text = bracketed(text, PythonGrip::sum) + " != 0",
                .grip = PythonGrip::comparison,
                .condition = true,
                .depth = text.depth};
    }

    Text write(const Instruction& instruction) {
        const std::size_t arity = traits(instruction.operation).arity;
        const PythonRow& row = python_rows[static_cast<std::size_t>(instruction.operation)];
        const PythonSpelling& spelling = library_ == PythonLibrary::torch ? row.torch : row.numpy;
        if (!spelling.helper.empty()) code_.helpers.emplace(spelling.helper);
        if (!always_smooth[static_cast<std::size_t>(instruction.operation)]) code_.smooth = false;

        bool only_constants = true;
        for (std::size_t i = 0; i < arity; ++i) only_constants &= texts_[instruction.operands.at(i)].constant;
        const bool infix = spelling.grip != PythonGrip::atom && instruction.operation != Operator::select;
        const bool wraps = only_constants || (!infix && library_ == PythonLibrary::torch);

        std::array<std::string, 3> operands;
        int depth = 0;
        for (std::size_t i = 0; i < arity; ++i) {
            Text operand = texts_[instruction.operands.at(i)];
            if (operand.constant && wraps) operand = {.text = wrapped(operand)};
            operand = wants_condition(instruction.operation, i) ? as_condition(operand) : as_number(operand);
            operands.at(i) = bracketed(operand, spelling.operands.at(i));
            depth = std::max(depth, operand.depth + 1);
        }
        return {.text = fmt::format(fmt::runtime(spelling.text), operands[0], operands[1], operands[2],
                                    fmt::arg("n", instruction.exponent)),
                .grip = spelling.grip,
                .condition = gives_condition(instruction.operation),
                .depth = depth};
    }

    Text assigned(Text text) {
        std::string name;
        do {
            name = fmt::format("t{}", ++named_);
        } while (std::ranges::find(names_, name) != names_.end());
        code_.assignments.push_back(name + " = " + text.text);
        return {.text = std::move(name), .condition = text.condition};
    }

    const Program& program_;
    std::span<const std::string> names_;
    PythonLibrary library_;
    std::vector<int> uses_;
    std::vector<Text> texts_;
    int named_ = 0;
    PythonCode code_;
};

constexpr std::string_view python_words[] = {
    "False",  "None",  "True",   "and",      "as",     "assert", "async", "await",  "break",   "class",  "continue",
    "def",    "del",   "elif",   "else",     "except", "for",    "from",  "global", "finally", "if",     "in",
    "import", "is",    "lambda", "nonlocal", "not",    "or",     "pass",  "raise",  "return",  "try",    "while",
    "with",   "yield", "math",   "np",       "torch",  "number", "cbrt",  "step",   "erf",     "sigmoid"};

/// The characters of a name that Python reads as they are; look-alikes that it would confuse are told by their number.
std::string python_character(char32_t c) {
    const auto between = [c](char32_t low, char32_t high) { return low <= c && c <= high; };
    if (between(U'a', U'z') || between(U'A', U'Z') || between(U'0', U'9') || c == U'_' || between(U'Α', U'Ω') ||
        between(U'α', U'ω')) {
        return encode_utf8(c);
    }
    if (between(U'₀', U'₉')) return encode_utf8(U'0' + (c - U'₀'));
    return fmt::format("u{:x}", static_cast<std::uint32_t>(c));
}

std::string python_name(std::string_view name) {
    const std::u32string characters = decode_utf8(name).value_or(U"name");
    const bool starts_well = !characters.empty() && (characters[0] < U'0' || characters[0] > U'9');
    std::string result = starts_well ? "" : "v";
    for (const char32_t c : characters) result += python_character(c);
    return result;
}

}  // namespace

PythonCode python_code(const Program& program, std::span<const std::string> names, PythonLibrary library) {
    return PythonWriter(program, names, library).write();
}

std::vector<std::string> python_names(std::span<const std::string> names, std::span<const std::string_view> reserved) {
    std::vector<std::string> result;
    for (const std::string& name : names) {
        std::string candidate = python_name(name);
        const auto taken = [&](const auto& list) { return std::ranges::find(list, candidate) != std::end(list); };
        while (taken(python_words) || taken(reserved) || taken(result)) candidate += '_';
        result.push_back(std::move(candidate));
    }
    return result;
}

std::string python_number(double value) {
    if (std::isnan(value)) return "math.nan";
    if (std::isinf(value)) return value < 0.0 ? "-math.inf" : "math.inf";
    if (value == 0.0) return std::signbit(value) ? "-0.0" : "0";
    if (value == std::floor(value) && std::fabs(value) < 1e15) return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
}

std::string python_float(double value) {
    std::string text = python_number(value);
    const bool whole = text.find_first_not_of("-0123456789") == std::string::npos;
    return whole ? text + ".0" : text;
}

}  // namespace thalweg
