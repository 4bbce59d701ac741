using System.Runtime.CompilerServices;

namespace Confluence.Generated.Tests;

/// <summary>The tests run where it is half past five hours later than UTC: what takes the zone of the machine for UTC would pass on most servers.</summary>
internal static class TimeZone
{
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("TZ", "Asia/Kolkata");
        TimeZoneInfo.ClearCachedData();
    }
}
