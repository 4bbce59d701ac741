namespace Confluence.Sandbox.Content;

/// <summary>Draws the accounts that like something.</summary>
internal static class Likers
{
    /// <summary>Gives distinct account ids: mostly few or none, for one entity in thirty up to sixty.</summary>
    public static IReadOnlyList<string> Of(Draw draw, int users, IdScheme ids)
    {
        int wanted = draw.OneIn(30, Aspect.Picture)
            ? 26 + draw.Below(35, Aspect.Picture, 1)
            : Math.Max(0, draw.Below(7, Aspect.Picture, 2) - 2);
        int count = Math.Min(wanted, users);
        if (count == 0)
        {
            return [];
        }

        // A step that shares no factor with the number of accounts visits each account once.
        int first = draw.Below(users, Aspect.Picture, 3);
        int step = 1 + draw.Below(users, Aspect.Picture, 4);
        while (Factor(step, users) != 1)
        {
            step++;
        }

        string[] likers = new string[count];
        for (int index = 0; index < count; index++)
        {
            likers[index] = ids.AccountId((int)((first + ((long)index * step)) % users));
        }

        return likers;
    }

    private static int Factor(int left, int right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
