#include "app/lenses/rule_rows.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "app/panels/powers.h"

namespace thalweg {
namespace {

using Kind = StepTermKind;

/// What symbols stand for so far in a step.
using Meanings = std::map<std::string, Kind, std::less<>>;

/// The beginning of `rest` that is one symbol, number or sign.
std::string_view first_token(std::string_view rest) {
    constexpr std::array<std::string_view, 14> signs = {" ", "·", "+", "−", "/", "(", ")",
                                                        "√", "^", ",", "|", "²", "←", "="};
    for (const std::string_view sign : signs) {
        if (rest.starts_with(sign)) return rest.substr(0, sign.size());
    }
    std::size_t end = rest.size();
    for (const std::string_view sign : signs) end = std::min(end, rest.find(sign));
    return rest.substr(0, end);
}

void append(std::vector<RulePiece>& pieces, std::string_view text, std::optional<Kind> kind) {
    if (!pieces.empty() && pieces.back().kind == kind) {
        pieces.back().text += text;
    } else {
        pieces.push_back({std::string(text), kind});
    }
}

/// A rule cut where its colour changes. compounds: terms that are written as several symbols.
std::vector<RulePiece> pieces_of(std::string_view rule, const Meanings& meanings,
                                 std::span<const StepTerm* const> compounds) {
    std::vector<RulePiece> pieces;
    while (!rule.empty()) {
        const auto whole =
            std::ranges::find_if(compounds, [&](const StepTerm* term) { return rule.starts_with(term->expression); });
        if (whole != compounds.end()) {
            append(pieces, (*whole)->expression, (*whole)->kind);
            rule.remove_prefix((*whole)->expression.size());
            continue;
        }
        const std::string_view token = first_token(rule);
        const auto meaning = meanings.find(token);
        append(pieces, token, meaning == meanings.end() ? std::nullopt : std::optional(meaning->second));
        rule.remove_prefix(token.size());
    }
    return pieces;
}

/// The lines of both coordinates side by side: a row has one of each where they say the same.
struct Pair {
    const WorkedLine* x = nullptr;
    const WorkedLine* y = nullptr;
    const WorkedLine& either() const { return x != nullptr ? *x : *y; }
};

std::vector<Pair> side_by_side(std::span<const WorkedLine> along_x, std::span<const WorkedLine> along_y) {
    std::vector<Pair> pairs;
    std::size_t i = 0, j = 0;
    while (i < along_x.size() || j < along_y.size()) {
        if (i == along_x.size()) {
            pairs.push_back({.y = &along_y[j++]});
        } else if (j == along_y.size()) {
            pairs.push_back({.x = &along_x[i++]});
        } else if (along_x[i].target == along_y[j].target) {
            if (along_x[i].rule == along_y[j].rule) {
                pairs.push_back({&along_x[i], &along_y[j]});
            } else {
                pairs.push_back({.x = &along_x[i]});
                pairs.push_back({.y = &along_y[j]});
            }
            ++i, ++j;
        } else if (std::ranges::count(along_y.subspan(j), along_x[i].target, &WorkedLine::target) > 0) {
            pairs.push_back({.y = &along_y[j++]});
        } else {
            pairs.push_back({.x = &along_x[i++]});
        }
    }
    return pairs;
}

/// The kind of the quantity that a line works out.
class Targets {
  public:
    Targets(std::span<const Pair> pairs, std::span<const StepTerm> terms) : terms_(terms) {
        for (const Pair& pair : pairs) {
            const std::string& target = pair.either().target;
            slopes_left_ += target == "g" ? 1 : 0;
            points_left_ += target == "x" ? 1 : 0;
        }
    }

    std::optional<Kind> next(const std::string& target) {
        if (target == "g") {
            --slopes_left_;
            const bool first = !std::exchange(slope_seen_, true);
            return !first && slopes_left_ == 0 && has(Kind::shaped) ? Kind::shaped : Kind::gradient;
        }
        if (target == "x") return --points_left_ == 0 ? Kind::step : Kind::decay;
        for (const StepTerm& term : terms_) {
            if (term.expression == target || term.expression == target + "̂") return term.kind;
        }
        return std::nullopt;
    }

  private:
    bool has(Kind kind) const { return std::ranges::find(terms_, kind, &StepTerm::kind) != terms_.end(); }

    std::span<const StepTerm> terms_;
    int slopes_left_ = 0, points_left_ = 0;
    bool slope_seen_ = false;
};

RuleRow row_of(const Pair& pair, std::optional<Kind> kind, const Meanings& meanings,
               std::span<const StepTerm* const> compounds, Eigen::Index coordinates) {
    const WorkedLine& line = pair.either();
    RuleRow row{.pieces = {{line.target, kind}, {" ← ", {}}}, .kind = kind};
    // Both coordinates' slopes at once are the gradient.
    const std::string slope = coordinates == 1 ? "f′(x)" : "∇f";
    const std::string rule = line.rule == "∂f/∂x" ? slope : line.rule;
    for (RulePiece& piece : pieces_of(rule, meanings, compounds))
        append(row.pieces, raised_powers(piece.text), piece.kind);
    for (const std::size_t i : {0U, 1U}) {
        const WorkedLine* const own = i == 0 ? pair.x : pair.y;
        if (own == nullptr) continue;
        row.value[i] = own->value;
        row.worked[i] = raised_powers(own->numbers);
    }
    return row;
}

RuleRow row_of(const StepTerm& term, Eigen::Index coordinates) {
    RuleRow row{.pieces = {{term.kind == Kind::step ? "step" : raised_powers(term.expression), term.kind}},
                .kind = term.kind};
    for (Eigen::Index i = 0; i < std::min(term.value.size(), coordinates); ++i) {
        row.value[static_cast<std::size_t>(i)] = term.value[i];
    }
    return row;
}

}  // namespace

std::vector<RuleRow> rule_rows(std::span<const WorkedLine> along_x, std::span<const WorkedLine> along_y,
                               std::span<const StepTerm> terms) {
    const std::vector<Pair> pairs = side_by_side(along_x, along_y);
    const auto has_line = [&](const StepTerm& term) {
        return term.kind == Kind::gradient || term.kind == Kind::shaped ||
               std::ranges::any_of(pairs, [&](const Pair& pair) { return pair.either().target == term.expression; });
    };
    std::vector<const StepTerm*> compounds;
    for (const StepTerm& term : terms) {
        if (!has_line(term) && !term.expression.empty()) compounds.push_back(&term);
    }
    std::ranges::sort(compounds, std::greater{}, [](const StepTerm* term) { return term->expression.size(); });

    const Eigen::Index coordinates = along_y.empty() ? 1 : 2;
    std::vector<RuleRow> rows;
    Meanings meanings;
    Targets targets(pairs, terms);
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        if (k + 1 == pairs.size()) {
            for (const StepTerm& term : terms) {
                if (term.kind != Kind::step && !has_line(term)) rows.push_back(row_of(term, coordinates));
            }
        }
        const std::string& target = pairs[k].either().target;
        const std::optional<Kind> kind = targets.next(target);
        rows.push_back(row_of(pairs[k], kind, meanings, compounds, coordinates));
        if (kind && target != "x") meanings[target] = *kind;
    }
    for (const StepTerm& term : terms) {
        if (term.kind == Kind::step) rows.push_back(row_of(term, coordinates));
    }
    return rows;
}

}  // namespace thalweg
