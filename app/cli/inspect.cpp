#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/cli/numbers.h"
#include "core/calculus/classification.h"
#include "core/calculus/gradient_noise.h"

namespace thalweg {
namespace {

struct InspectOptions {
    LandscapeOptions landscape;
    std::string at;
    bool json = false;
};

/// Everything that one point of n coordinates has to tell.
struct Findings {
    std::vector<double> point;
    double value = 0.0;
    Eigen::VectorXd gradient;
    Eigen::MatrixXd hessian;
    Eigensystem eigen;
    StationaryClass kind = StationaryClass::none;
    bool differentiable = true;
    Eigen::MatrixXd noise;  ///< of losses over data in batches: the covariance of a batch's gradient; else empty
    std::vector<std::string> variables;
    std::string value_text;                              ///< the formula, or what it is instead
    std::vector<std::string> gradient_text;              ///< of formulas only …
    std::vector<std::vector<std::string>> hessian_text;  ///< … as this
};

/// How a formula and its derivatives are written.
void put_texts(const Formula& formula, Findings& found) {
    const std::size_t written = formula.variables().size(), size = found.variables.size();
    found.value_text = formula.value_text();
    found.gradient_text.assign(size, "0");
    found.hessian_text.assign(size, std::vector<std::string>(size, "0"));
    for (std::size_t i = 0; i < written; ++i) {
        found.gradient_text[i] = formula.gradient_text(i);
        for (std::size_t j = 0; j < written; ++j) found.hessian_text[i][j] = formula.hessian_text(i, j);
    }
}

Findings look(const Landscape& landscape, const ChosenLandscape& chosen, std::vector<double> point) {
    const auto n = static_cast<Eigen::Index>(point.size());
    const auto size = static_cast<std::size_t>(n);
    Findings found;
    found.gradient.resize(n);
    found.hessian.resize(n, n);
    const auto evaluator = landscape.evaluator();
    found.value = evaluator->hessian(point, {found.gradient.data(), size}, {found.hessian.data(), size * size});
    found.differentiable = evaluator->differentiable(point);
    found.eigen = eigensystem(found.hessian);
    if (found.differentiable) found.kind = classify(found.gradient, found.hessian);

    if (const auto* data = dynamic_cast<const DataLandscape*>(&landscape)) {
        const SampleSets& samples = data->samples();
        if (!whole(samples.batches, samples.training.size())) found.noise = gradient_noise(*data, point).covariance;
    }

    found.variables = chosen.names;
    if (found.variables.size() < size) found.variables.emplace_back("y");
    found.value_text = landscape_words(chosen.choice);
    if (chosen.formula) put_texts(*chosen.formula, found);
    found.point = std::move(point);
    return found;
}

std::span<const double> entries(const Eigen::VectorXd& vector) {
    return {vector.data(), static_cast<std::size_t>(vector.size())};
}

std::string as_json(const Findings& found) {
    JsonWriter json;
    json.begin_object();
    json.member("value", found.value);
    json.member("gradient", entries(found.gradient));
    json.key("hessian");
    json.begin_list();
    for (Eigen::Index i = 0; i < found.hessian.rows(); ++i) json.value(entries(found.hessian.row(i)));
    json.end_list();
    json.member("eigenvalues", entries(found.eigen.values));
    json.key("eigenvectors");
    json.begin_list();
    for (Eigen::Index i = 0; i < found.eigen.vectors.cols(); ++i) json.value(entries(found.eigen.vectors.col(i)));
    json.end_list();
    json.member("class", name(found.kind));
    json.member("differentiable", found.differentiable);
    if (found.noise.size() > 0) {
        json.key("gradient_noise");
        json.begin_list();
        for (Eigen::Index i = 0; i < found.noise.rows(); ++i) json.value(entries(found.noise.row(i)));
        json.end_list();
    }
    json.key("gradient_text");
    json.begin_list();
    for (const std::string& text : found.gradient_text) json.value(text);
    json.end_list();
    json.key("hessian_text");
    json.begin_list();
    for (const auto& row : found.hessian_text) {
        json.begin_list();
        for (const std::string& text : row) json.value(text);
        json.end_list();
    }
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

/// Ten digits: enough to read, few enough to hide rounding.
std::string vector_text(std::span<const double> numbers) {
    return fmt::format("({:.10g})", fmt::join(numbers, ", "));
}

std::string as_text(const Findings& found) {
    std::string text = fmt::format("f({}) = {}\nat {}\n\n", fmt::join(found.variables, ", "), found.value_text,
                                   vector_text(found.point));
    text += fmt::format("value          {:.10g}\n", found.value);
    text +=
        fmt::format("gradient       {}, length {:.10g}\n", vector_text(entries(found.gradient)), found.gradient.norm());
    for (Eigen::Index i = 0; i < found.hessian.rows(); ++i)
        text += fmt::format("{:15}{}\n", i == 0 ? "Hessian" : "", vector_text(entries(found.hessian.row(i))));
    for (Eigen::Index i = 0; i < found.eigen.values.size(); ++i)
        text += fmt::format("{:15}{:.10g} along {}\n", i == 0 ? "eigenvalues" : "", found.eigen.values[i],
                            vector_text(entries(found.eigen.vectors.col(i))));
    for (Eigen::Index i = 0; i < found.noise.rows(); ++i)
        text += fmt::format("{:15}{}\n", i == 0 ? "batch noise" : "", vector_text(entries(found.noise.row(i))));
    text += fmt::format("class          {}\n",
                        found.kind == StationaryClass::none ? "none: not a stationary point" : name(found.kind));
    text += fmt::format("differentiable {}\n", found.differentiable ? "yes" : "no");
    if (found.gradient_text.empty()) return text;
    text += '\n';
    if (found.variables.size() == 1) {
        const std::string& x = found.variables.front();
        return text +
               fmt::format("f′({0}) = {1}\nf″({0}) = {2}\n", x, found.gradient_text[0], found.hessian_text[0][0]);
    }
    for (std::size_t i = 0; i < found.variables.size(); ++i)
        text += fmt::format("∂f/∂{} = {}\n", found.variables[i], found.gradient_text[i]);
    for (std::size_t i = 0; i < found.variables.size(); ++i)
        for (std::size_t j = i; j < found.variables.size(); ++j)
            text += i == j ? fmt::format("∂²f/∂{}² = {}\n", found.variables[i], found.hessian_text[i][j])
                           : fmt::format("∂²f/∂{}∂{} = {}\n", found.variables[i], found.variables[j],
                                         found.hessian_text[i][j]);
    return text;
}

Outcome inspect(const InspectOptions& options) {
    const auto chosen = choose_landscape(options.landscape);
    if (!chosen) return std::unexpected(chosen.error());
    auto point = parse_numbers(options.at, "--at");
    if (!point) return std::unexpected(point.error());
    const auto landscape = chosen->with_coordinates(point->size(), "--at");
    if (!landscape) return std::unexpected(landscape.error());
    const Findings found = look(**landscape, *chosen, *std::move(point));
    return print(options.json ? as_json(found) : as_text(found));
}

}  // namespace

void add_inspect(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<InspectOptions>();
    CLI::App* command =
        program.add_subcommand("inspect", "value, gradient, Hessian, eigenvalues, eigenvectors and class at one point");
    add_landscape_options(*command, options->landscape);
    command->add_option("--at", options->at, "the point; one coordinate for each variable")
        ->type_name("x,y")
        ->required();
    command->add_flag("--json", options->json, "as JSON; NaN and infinities are null");
    command->callback([options, &chosen] { chosen = [options] { return inspect(*options); }; });
}

}  // namespace thalweg
