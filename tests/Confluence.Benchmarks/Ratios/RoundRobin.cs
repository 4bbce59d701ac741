using System.Diagnostics;
using Confluence.Benchmarks.Contenders;

namespace Confluence.Benchmarks.Ratios;

/// <summary>
/// Measures the contenders of a group in turns, round after round, in one process. Absolute times drift with whatever else the
/// machine does; as the drift meets all contenders alike, their ratios hold still. On Linux, processor time counts, so that rounds in
/// which other processes had the core are good ones too; elsewhere that clock ticks too slowly and elapsed time counts.
/// The collector mostly runs in other rounds than those that decide: what allocation costs over time shows in the bytes.
/// </summary>
internal static class RoundRobin
{
    private const double Percentile = 0.10;

    // Short enough to lie between two interruptions now and then, long enough for the clock.
    private static readonly TimeSpan s_batch = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(400);

    // Keeps results alive.
    private static int s_sink;

    /// <summary>What is measured, for the report.</summary>
    public static string Clock => OperatingSystem.IsLinux() ? "processor time" : "elapsed time";

    public static IReadOnlyList<Measurement> Measure(ContenderGroup group, int rounds)
    {
        IReadOnlyList<Contender> contenders = group.Contenders;
        int[] runs = WarmUp(contenders);
        var times = new double[contenders.Count][];
        var allocated = new long[contenders.Count];
        Array.Fill(allocated, long.MaxValue);
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = new double[rounds];
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                times[i][round] = Run(contenders[i], runs[i]).TotalMilliseconds / runs[i];
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
                allocated[i] = Math.Min(allocated[i], bytes / runs[i]);
            }
        }

        return [.. times.Select((samples, i) => new Measurement(TimeSpan.FromMilliseconds(LowPercentile(samples)), allocated[i]))];
    }

    /// <summary>Runs everything until the compiler has had its say, twice with a rest in which it works in the background.</summary>
    /// <returns>How many runs of each contender make a batch.</returns>
    private static int[] WarmUp(IReadOnlyList<Contender> contenders)
    {
        int[] runs = new int[contenders.Count];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                TimeSpan best = TimeSpan.MaxValue;
                var watch = Stopwatch.StartNew();
                while (watch.Elapsed < s_warmUp)
                {
                    TimeSpan time = Run(contenders[i], 1);
                    best = time < best && time > TimeSpan.Zero ? time : best;
                }

                runs[i] = Math.Max(1, (int)(s_batch / best));
            }

            Thread.Sleep(s_warmUp);
        }

        return runs;
    }

    private static TimeSpan Run(Contender contender, int runs)
    {
        int sink = 0;
        TimeSpan start = Now();
        for (int i = 0; i < runs; i++)
        {
            sink += contender.Run();
        }

        TimeSpan elapsed = Now() - start;
        Volatile.Write(ref s_sink, sink);
        return elapsed;
    }

    private static TimeSpan Now() => OperatingSystem.IsLinux() ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);

    private static double LowPercentile(double[] samples)
    {
        Array.Sort(samples);
        return samples[(int)(samples.Length * Percentile)];
    }
}
