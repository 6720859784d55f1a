#include "core/samples/generators.h"

#include <cmath>
#include <numbers>

#include "core/random/random.h"
#include "core/setting/keyword_text.h"

namespace thalweg {
namespace {

double thousandths(double number) {
    return std::round(number * 1000) / 1000;
}

RandomSequence sequence(int seed) {
    return RandomSequence(static_cast<std::uint64_t>(seed));
}

}  // namespace

DataSet Line::generate() const {
    RandomSequence random = sequence(seed);
    std::vector<std::vector<double>> rows;
    for (int i = 0; i < samples; ++i) {
        const double x = thousandths(-2 + 4 * random.uniform());
        const double far_above = i >= samples - outliers ? 5 + 2 * random.uniform() : 0.0;
        rows.push_back({x, thousandths(slope * x + intercept + noise * random.normal() + far_above)});
    }
    return from_rows(rows, 2);
}

DataSet Blobs::generate() const {
    RandomSequence random = sequence(seed);
    std::vector<std::vector<double>> rows;
    for (int i = 0; i < samples; ++i) {
        const int label = 2 * i < samples ? 0 : 1;
        // Along the diagonal, so that neither feature tells the classes apart alone.
        const double middle = (label == 0 ? -0.5 : 0.5) * distance / std::numbers::sqrt2;
        const double x1 = thousandths(middle + noise * random.normal());
        const double x2 = thousandths(middle + noise * random.normal());
        rows.push_back({x1, x2, static_cast<double>(label)});
    }
    return from_rows(rows, 3);
}

DataSet Moons::generate() const {
    RandomSequence random = sequence(seed);
    std::vector<std::vector<double>> rows;
    const int upper = (samples + 1) / 2;
    for (int i = 0; i < samples; ++i) {
        const int label = i < upper ? 0 : 1;
        const int count = label == 0 ? upper : samples - upper, place = label == 0 ? i : i - upper;
        const double t = count == 1 ? 0.0 : std::numbers::pi * place / (count - 1);
        const double x1 = label == 0 ? std::cos(t) : 1 - std::cos(t), x2 = label == 0 ? std::sin(t) : 0.5 - std::sin(t);
        const double moved1 = thousandths(x1 - 0.5 + noise * random.normal());
        const double moved2 = thousandths(x2 - 0.25 + noise * random.normal());
        rows.push_back({moved1, moved2, static_cast<double>(label)});
    }
    return from_rows(rows, 3);
}

DataSet Bend::generate() const {
    RandomSequence random = sequence(seed);
    std::vector<std::vector<double>> rows;
    for (int i = 0; i < samples; ++i) {
        const double x = thousandths(-3 + 6 * random.uniform());
        rows.push_back({x, thousandths(std::tanh(slope * x + intercept) + noise * random.normal())});
    }
    return from_rows(rows, 2);
}

DataSet generate(const Generator& generator) {
    return std::visit([](const auto& settings) { return settings.generate(); }, generator);
}

std::expected<Generator, std::string> parse_generator(std::string_view text) {
    return parse_keyword<Generator>(text, "generator");
}

std::string to_text(const Generator& generator) {
    return keyword_text(generator);
}

std::vector<std::string_view> generator_names() {
    return keywords<Generator>();
}

}  // namespace thalweg
