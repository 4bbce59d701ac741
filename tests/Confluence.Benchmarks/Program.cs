using System.Globalization;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Running;
using Confluence.Benchmarks;
using Confluence.Benchmarks.Contenders;
using Confluence.Benchmarks.Generating;
using Confluence.Benchmarks.Ratios;
using Confluence.Benchmarks.Transfers;

const int DefaultRounds = 200;
const int GeneratorRounds = 15;
const int UsageError = 2;

int rounds = DefaultRounds;
switch (args)
{
    case ["ratios"]:
    case ["ratios", "--rounds", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out rounds) && rounds >= 10:
        IReadOnlyList<ContenderGroup> groups = VerifiedGroups();
        RatioReport.Print(Console.Out, groups, rounds);
        return 0;
    case ["generator"]:
        GeneratorReport.Print(Console.Out, SpecFolder(), GeneratorRounds);
        return 0;
    case ["transfer"]:
        await TransferReport.PrintAsync(Console.Out);
        return 0;
    case ["bdn", .. string[] rest]:
        VerifiedGroups();
        BenchmarkRunner.Run<GroupBenchmarks>(args: rest);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            Usage: dotnet run -c Release --project tests/Confluence.Benchmarks -- COMMAND

              ratios [--rounds N]   prints time and allocation of each contender as ratios; N rounds, at least 10, otherwise 200
              generator             prints what the generator costs who builds and who types
              transfer              prints the memory that 1 GiB takes on its way up and down over loopback
              bdn [ARGUMENTS]       runs the same under BenchmarkDotNet and passes it the arguments
            """);
        return UsageError;
}

static string SpecFolder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "../../../spec"));

static IReadOnlyList<ContenderGroup> VerifiedGroups()
{
#if DEBUG
    throw new InvalidOperationException("Figures of a Debug build mean nothing. Run with: dotnet run -c Release --project tests/Confluence.Benchmarks");
#else
    IReadOnlyList<ContenderGroup> groups = ContenderGroup.CreateAll();
    foreach (ContenderGroup group in groups)
    {
        group.Verify();
    }

    return groups;
#endif
}
