using System.Globalization;

namespace Confluence.Sandbox;

/// <summary>Refuses values of options that are out of their range, with a message that names option, value and range.</summary>
internal static class OptionRange
{
    public static void Require<T>(string option, T value, T minimum, T maximum, string owner = nameof(SandboxOptions))
        where T : IComparable<T>, IFormattable
    {
        // Written so that a number that is none (NaN) fails too.
        if (!(value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"{owner}.{option} is {value}. Give a value from {minimum} to {maximum}."));
        }
    }
}
