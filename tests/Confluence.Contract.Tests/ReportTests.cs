using Confluence.Contract.Tests.Reports;
using Confluence.Contract.Tests.Runs;

namespace Confluence.Contract.Tests;

/// <summary>Prints the report and leaves it in the folder of the test as <c>contract-report.txt</c>.</summary>
public sealed class ReportTests(ContractRun run)
{
    [Fact]
    public async Task The_report_says_what_was_called_and_what_was_not()
    {
        string report = ContractReport.Of(run);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "contract-report.txt"), report, TestContext.Current.CancellationToken);
        Console.Out.Write(report);

        Assert.Contains("v2: 218 operations called, 218 matched", report, StringComparison.Ordinal);
        Assert.Contains("v1: 130 operations called, 130 matched", report, StringComparison.Ordinal);
        Assert.DoesNotContain("UNEXPECTED", report, StringComparison.Ordinal);
    }
}
