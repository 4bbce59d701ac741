using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Confluence.Benchmarks.Contenders;

namespace Confluence.Benchmarks;

/// <summary>The same contenders under BenchmarkDotNet, for its statistics and its exporters. Compare only within one group.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class GroupBenchmarks
{
    /// <summary>All contenders of all groups.</summary>
    public static IEnumerable<object> Cases =>
        ContenderGroup.CreateAll().SelectMany(group => group.Contenders.Select(contender => new Case(group, contender)));

    /// <summary>The contender that runs.</summary>
    [ParamsSource(nameof(Cases))]
    public object Contender { get; set; } = "";

    private Func<int> _run = () => 0;

    /// <summary>Takes the work out of the parameter.</summary>
    [GlobalSetup]
    public void SetUp() => _run = ((Case)Contender).Contender.Run;

    /// <summary>Does the work once.</summary>
    [Benchmark]
    public int Run() => _run();

    private sealed record Case(ContenderGroup Group, Contender Contender)
    {
        public override string ToString() => $"{Group}: {Contender}";
    }

    // In this process: otherwise BenchmarkDotNet would build the library and the peer anew for its own program.
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
