using System.Text.Json;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.Reproduction;

public class ReproductionTableTests
{
    private static readonly IReadOnlyList<ReproducedPreset> Presets = ReproducedPreset.Group([
        Runs.Of("mnist", 1, 0.9),
        Runs.Of("mnist", 2, 0.98),
    ]);

    [Fact]
    public void The_page_states_mean_and_worst_of_each_preset()
    {
        Assert.Contains(
            "| `mnist` | 2 | 94.00 ± 5.66 (90.00) | 2.250 (2.250) | 0.910 (0.910) | 0.87 (0.87) | 0.90 (0.90) | 9.0 (9.0) |",
            ReproductionTable.Reproduction.ToMarkdown(Presets)
        );
    }

    [Fact]
    public void What_only_some_presets_have_is_a_dash_for_the_others_and_what_none_has_is_left_out()
    {
        var judged = Runs.Of("fashion", 1, 0.7, agreement: 0.8);

        var page = ReproductionTable.Reproduction.ToMarkdown([.. ReproducedPreset.Group([judged]), .. Presets]);

        Assert.Contains("| Within categories | Samples agree % | minutes |", page);
        Assert.Contains("| 0.90 (0.90) | 80.00 ± 0.00 (80.00) | 9.0 (9.0) |", page);
        Assert.Contains("| 0.90 (0.90) | - | 9.0 (9.0) |", page);
        Assert.DoesNotContain("Precision", page);
        Assert.DoesNotContain("Nearest image", page);
        Assert.DoesNotContain("Samples agree", ReproductionTable.Reproduction.ToMarkdown(Presets));
    }

    [Fact]
    public void Images_of_sprites_that_no_judge_knows_are_told_by_their_distance_to_real_ones()
    {
        var page = ReproductionTable.Ablation.ToMarkdown(
            ReproducedPreset.Group([Runs.OfSprites(1, 4.5), Runs.OfSprites(2, 3.5)])
        );

        Assert.Contains("Of sprites, the classes are three shapes", page);
        Assert.Contains("| preset | runs | Accuracy % | L_I in nats | R² |", page);
        Assert.Contains("| Nearest image | minutes |", page);
        Assert.Contains("| 4.00 (4.50) | 9.0 (9.0) |", page); // the farthest is the worst
        Assert.Contains("| Nearest image | Nearest image, real | minutes | trained |", page);
        Assert.Contains("| 3.50 | 2.00 | 9.0 |", page);
    }

    [Fact]
    public void The_page_states_every_run_with_commit_and_date()
    {
        var page = ReproductionTable.Reproduction.ToMarkdown(Presets);

        Assert.Contains("| `mnist` | 1 | 90.00 | 0.9500 | 2.250 | 0.910, 0.920 | slant: slant 0.87 |", page);
        Assert.Contains("| `mnist` | 2 | 98.00 |", page);
        Assert.Contains("2026-11-22, 1.0.0+abc |", page);
    }

    [Fact]
    public void The_page_sets_what_starts_are_chosen_by_beside_their_accuracy()
    {
        var run = Runs.Of("fashion", 1, 0.7, null, new(400, 1.84, 0.71), new(200, 1.65, 0.6), new(200, 1.5, 0.55));

        var page = ReproductionTable.Reproduction.ToMarkdown(ReproducedPreset.Group([run]));

        Assert.Contains("| `fashion` | 1 | 400 | 1.840: 71.0 |", page);
        Assert.Contains("| `fashion` | 1 | 200 | 1.650: 60.0, 1.500: 55.0 |", page);
    }

    [Fact]
    public void Every_row_has_as_many_cells_as_the_header_of_its_table()
    {
        var run = Runs.Of("mnist", 1, 0.9, null, new StartScore(400, 1.84, 0.71));

        var page = ReproductionTable.Reproduction.ToMarkdown(ReproducedPreset.Group([run]));

        var tables = page.Split("\n\n").Select(part => part.Trim().Split('\n')).Where(part => part[0].StartsWith('|'));
        Assert.Equal(4, tables.Count());
        Assert.All(tables, table => Assert.Single(table.Select(row => row.Count(c => c == '|')).Distinct()));
    }

    [Fact]
    public void Without_a_choice_the_page_does_not_speak_of_starts()
    {
        Assert.DoesNotContain("Starts", ReproductionTable.Reproduction.ToMarkdown(Presets));
    }

    [Fact]
    public void Methods_published_for_the_same_data_stand_beside_it_and_no_others()
    {
        var page = ReproductionTable.Reproduction.ToMarkdown(Presets);

        Assert.Contains("| IIC (Ji et al. 2019) | mnist |", page);
        Assert.DoesNotContain("fashion-mnist", page);
    }

    [Fact]
    public void A_table_of_an_ablation_is_named_so_and_compares_with_nothing_published()
    {
        using var folder = new TempFolder();

        ReproductionTable.Ablation.Write(folder.Path, Presets);

        var page = File.ReadAllText(folder["ablation.md"]);
        Assert.StartsWith("# Ablation", page);
        Assert.Contains("--target=Ablate", page);
        Assert.DoesNotContain("IIC", page);
        Assert.True(File.Exists(folder["ablation.json"]));
    }

    [Fact]
    public void The_files_hold_the_page_and_the_same_figures_for_scripts()
    {
        using var folder = new TempFolder();

        ReproductionTable.Reproduction.Write(folder.Path, Presets);

        Assert.Equal(ReproductionTable.Reproduction.ToMarkdown(Presets), File.ReadAllText(folder["reproduction.md"]));
        using var json = JsonDocument.Parse(File.ReadAllText(folder["reproduction.json"]));
        var preset = json.RootElement.GetProperty("presets")[0];
        Assert.Equal(
            0.94,
            preset.GetProperty("figures").GetProperty("accuracy_one_to_one").GetProperty("mean").GetDouble(),
            1e-9
        );
        Assert.Equal(2, preset.GetProperty("runs").GetArrayLength());
        Assert.NotEmpty(json.RootElement.GetProperty("published").EnumerateArray());
    }

    [Fact]
    public void Runs_come_back_from_the_file_as_they_were()
    {
        using var folder = new TempFolder();
        var run = Runs.Of("fashion", 1, 0.7, null, new StartScore(400, 1.84, 0.71));
        var presets = ReproducedPreset.Group([run, .. Presets[0].Runs]);
        ReproductionTable.Reproduction.Write(folder.Path, presets);

        var again = ReproducedPreset.Group(ReproducedRun.ReadTable(folder["reproduction.json"]));

        Assert.Equal(
            ReproductionTable.Reproduction.ToMarkdown(presets),
            ReproductionTable.Reproduction.ToMarkdown(again)
        );
    }

    [Fact]
    public void A_run_made_again_replaces_the_earlier_one_and_the_others_stay()
    {
        var runs = ReproducedRun.Update(
            earlier: [Runs.Of("mnist", 1, 0.9), Runs.Of("mnist", 2, 0.8), Runs.Of("fashion", 1, 0.6)],
            runs: [Runs.Of("mnist", 2, 0.99), Runs.Of("mnist", 3, 0.95)]
        );

        Assert.Equal(
            [("fashion", 1, 0.6), ("mnist", 1, 0.9), ("mnist", 2, 0.99), ("mnist", 3, 0.95)],
            runs.Select(run => (run.Origin.Preset, run.Origin.Seed, run.Measured[ClusteringMetrics.Accuracy]!.Value))
                .Order()
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData(null)] // no file
    public void A_file_that_is_no_table_is_named(string? content)
    {
        using var folder = new TempFolder();
        var path = folder["table.json"];
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        var problem = Assert.Throws<EvaluationException>(() => ReproducedRun.ReadTable(path));

        Assert.Contains(path, problem.Message);
    }

    [Fact]
    public void A_folder_without_runs_is_refused()
    {
        using var folder = new TempFolder();

        var problem = Assert.Throws<EvaluationException>(() => ReproducedRun.ReadAll(folder.Path));

        Assert.Equal($"no metrics.json in {folder.Path}", problem.Found);
    }

    [Fact]
    public void A_file_that_is_no_metrics_file_is_named()
    {
        using var folder = new TempFolder();
        var path = folder["metrics.json"];
        File.WriteAllText(path, "{}");

        var problem = Assert.Throws<EvaluationException>(() => ReproducedRun.Read(path));

        Assert.Contains(path, problem.Message);
    }
}
